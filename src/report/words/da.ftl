### Alle ord, som et menneske læser, på dansk. De engelske står i en.ftl, med de samme id'er i samme rækkefølge.
### Et id begynder med navnet på sit afsnit. Tal kommer formateret; COUNT($n) er `one` for antallet 1, ellers `other`;
### GIVEN($a) er `yes`, hvis argumentet er der og ikke er tomt, ellers `no`. Et mellemrum i enden af en tekst skrives {" "}.

## unit
# Korte ord mellem tal, overalt.

unit-and = og
unit-none = ingen
unit-bids =
    { $n } { COUNT($n) ->
        [one] tilbud
       *[other] tilbud
    }

## kind


## outcome


## problem


## argument


## formula


## finding


## evaluation


## scoring


## adjustment


## explain


## certificate


## structure


## compare


## coverage


## lots


## robustness


## calloff


## model


## transcript


## letter


## leak


## verify


## fault


## diff


## record


## simulation


## chart


## cli
# What the command line says by itself, most of it after `error: `.

cli-no-rows = dette resultat har ingen form til regneark


## help


## usage


