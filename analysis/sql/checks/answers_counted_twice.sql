-- One row per offer and dimension that is both claimed and called unanswered.
select claim.offer, term.dimension
from marts.claim as claim
inner join marts.term as term using (term)
inner join
    marts.unanswered as unanswered
    on claim.offer = unanswered.offer
    and term.dimension = unanswered.dimension
group by claim.offer, term.dimension
