-- One row per cell of the frame and organisation with an offer that fits it, and what
-- its offers that fit count as.
create macro questions.fitting(on_axes, only_terms, only_stages, with_whole_hub) as table
select
    standing.cell,
    organisation.name as organisation,
    bool_or(standing.counts_as = 'cover') as is_partner,
    bool_or(standing.counts_as = 'enquiry') as is_enquiry
from questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as standing
inner join marts.organisation as organisation using (organisation)
where standing.fits
group by standing.cell, organisation.name
order by standing.cell, organisation.name
