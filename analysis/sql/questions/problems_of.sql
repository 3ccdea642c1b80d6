-- One row per problem that leaves one dimension of an offer open.
create macro questions.problems_of(of_offer_key, of_dimension) as table
select distinct problem.kind, problem.dimension, problem.about
from marts.problem as problem
inner join marts.offer as offer using (offer)
where
    offer.offer_key = of_offer_key
    and problem.dimension = of_dimension
    and problem.kind in ('wording', 'blank', 'not asked')
order by problem.kind, problem.about
