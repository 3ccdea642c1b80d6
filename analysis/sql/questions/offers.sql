-- One row per offer that claims what the filters ask for, whatever its stage counts as:
-- whose it is, how its organisation counts, and its place. Words are in answers_of.
create macro questions.offers(only_terms, only_stages, with_whole_hub) as table
select
    passed.counted_as,
    organisation.name as organisation,
    case
        when submission.name_key <> organisation.name_key then submission.organisation else ''
    end as written_as,
    passed.offer,
    passed.offer_key,
    passed.organisation as organisation_number,
    passed.kind,
    passed.counts_as,
    passed.stage,
    coalesce(stage.label, 'not understood') as stage_label,
    passed.offer_text,
    passed.website,
    passed.reach,
    passed.submitted_at,
    import.import,
    import.file,
    import.sheet,
    passed.row
from questions.passing(only_terms, only_stages, with_whole_hub) as passed
inner join marts.organisation as organisation using (organisation)
inner join staging.submission as submission using (import, row)
inner join raw.import as import using (import)
left join raw.term as stage on stage.dimension = 'stage' and passed.stage = stage.code
order by
    list_position(['partner', 'enquiry', 'not counted'], passed.counted_as),
    organisation.name,
    passed.offer
