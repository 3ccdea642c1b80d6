-- One row per change of stage that staff recorded for one of some organisations.
create macro questions.stage_changes_of(of_organisations) as table
select organisation.organisation, change.entry, change.stage, coalesce(term.counts_as, 'nothing') as counts_as
from staging.stage_change as change
inner join marts.organisation as organisation using (organisation_key)
left join raw.term as term on term.dimension = 'stage' and change.stage = term.code
where list_contains(of_organisations, organisation.organisation)
order by change.entry
