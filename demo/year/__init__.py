"""`./mz demo --year 2020`: the invented body whose year 2020 counts what the seed's report of that year counts."""
