-- One row per offer that leaves a dimension open and counts as cover.
create macro questions.left_open(of_dimension) as table
select offer.*
from questions.offers([], [], true) as offer
where
    offer.counts_as = 'cover'
    and offer.offer in (select offer from marts.unanswered where dimension = of_dimension)
