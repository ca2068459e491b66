# Seeds from the tests' own files, one folder a target: sourced by .ci/fuzz, in the folder of the repository.
rm -rf fuzz/seeds
seed() { # TARGET FILE...: each file is a seed, named by its path
  local target="$1" file
  shift
  mkdir -p "fuzz/seeds/$target"
  for file in "$@"; do cp "$file" "fuzz/seeds/$target/$(printf %s "$file" | tr / -)"; done
}
seed tender tests/broken/*.toml tests/cases/evaluate/*.toml tenders/*/tender.toml
seed dialogue tenders/*/dialogue.toml tests/broken/*/dialogue.toml tests/golden/simulate/*.toml
seed csv tenders/*/*.csv tenders/*/bids/*.csv
seed formula /dev/null
grep -rhoE '^formula += +"[^"]*"' tests tenders docs | sed 's/^formula *= *"//; s/"$//' | sort -u | while IFS= read -r formula; do
  printf %s "$formula" > "fuzz/seeds/formula/$(printf %s "$formula" | cksum | cut -d' ' -f1)"
done
for record in tenders/framework/record; do
  mkdir -p fuzz/seeds/canonical
  for name in canonical/tender.txt canonical/model.txt canonical/bids.txt canonical/assessments.txt evaluation.json prices.csv; do
    if [ -f "$record/$name" ]; then cat "$record/$name"; fi
    printf '\0'
  done > fuzz/seeds/canonical/record
done
