-- One row per offer that says it is open to all children and counts as this.
create macro questions.offers_open_to_all(of_kind) as table
select offer.*
from questions.offers([], [], true) as offer
where offer.counts_as = of_kind and offer.offer in (select offer from marts.open_to_all)
