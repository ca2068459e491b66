### Every word that a person reads, in English. The Danish ones are in da.ftl, with the same ids in the same order.
### An id begins with the name of its section. Figures come in formatted; COUNT($n) is `one` for the count 1, else `other`;
### GIVEN($a) is `yes` if the argument is there and not empty, else `no`. A blank at an end of a text is written {" "}.

## unit
# Short words among figures, everywhere.

unit-and = and
unit-none = none
unit-bids =
    { $n } { COUNT($n) ->
        [one] bid
       *[other] bids
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

cli-no-rows = this result has no form for spreadsheets


## help


## usage


