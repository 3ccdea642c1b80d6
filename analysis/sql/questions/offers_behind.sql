-- One row per offer behind a cell, fitting or perhaps fitting, and how its
-- organisation counts
-- there. `in_cell` names the cell's terms as dimension:code.
create macro questions.offers_behind(on_axes, in_cell, only_terms, only_stages, with_whole_hub) as table
with
    here as (
        select standing.*
        from questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as standing
        inner join questions.cell(on_axes, only_terms) as cell using (cell)
        where list_has_all(in_cell, cell.names)
    ),

    organisation as (
        select
            organisation,
            case
                when bool_or(fits and counts_as = 'cover')
                then 'partner'
                when bool_or(fits and counts_as = 'enquiry')
                then 'enquiry'
                when bool_or(not fits and counts_as = 'cover')
                then 'unsure'
            end as counted_as
        from here
        group by organisation
    )

select
    coalesce(counted.counted_as, 'not counted') as counted_as,
    organisation.name as organisation,
    case
        when submission.name_key <> organisation.name_key then submission.organisation else ''
    end as written_as,
    case when here.fits then 'fits' else 'may fit' end as fit,
    here.is_whole_hub,
    offer.offer_key,
    offer.kind,
    offer.stage,
    stage.label as stage_label,
    offer.offer_text,
    offer.reach,
    offer.submitted_at,
    import.import,
    import.file,
    import.sheet,
    offer.row
from here
inner join organisation as counted using (organisation)
inner join marts.organisation as organisation using (organisation)
inner join marts.offer as offer on here.offer = offer.offer
inner join staging.submission as submission on offer.import = submission.import and offer.row = submission.row
inner join raw.import as import on offer.import = import.import
left join raw.term as stage on stage.dimension = 'stage' and offer.stage = stage.code
order by
    list_position(['partner', 'enquiry', 'unsure', 'not counted'], coalesce(counted.counted_as, 'not counted')),
    organisation.name,
    offer.offer
