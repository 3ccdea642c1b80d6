-- One row per moment, cell and organisation that counts there otherwise than at the
-- moment before, and what became of those of its offers that bear on the cell.
create macro questions.moves(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    earlier as (
        select moment.after_entry, stood.offer
        from marts.moment as moment
        inner join marts.stood as stood on moment.earlier_entry = stood.after_entry
    ),

    came as (
        select stood.after_entry, stood.offer
        from marts.stood as stood
        inner join marts.moment as moment using (after_entry)
        where moment.earlier_entry is not null
        except
        from earlier
    ),

    went as (
        select after_entry, offer
        from earlier
        except
        select after_entry, offer
        from marts.stood
    ),

    became as (
        select
            coalesce(came.after_entry, went.after_entry) as after_entry,
            coalesce(came.offer_key, went.offer_key) as offer_key,
            case
                when went.offer_key is null
                then 'new'
                when came.offer_key is null
                then 'gone'
                when came.counts_as <> went.counts_as
                then 'stage'
                else 'answers'
            end as change
        from
            (
                select came.after_entry, offer.*
                from came
                inner join marts.offer as offer using (offer)
            ) as came
        full join
            (
                select went.after_entry, offer.*
                from went
                inner join marts.offer as offer using (offer)
            ) as went
            on came.after_entry = went.after_entry
            and came.offer_key = went.offer_key
    ),

    touched as (
        select after_entry, organisation
        from came
        inner join marts.offer using (offer)
        union
        select after_entry, organisation
        from went
        inner join marts.offer using (offer)
    ),

    standing as materialized (
        select standing.*, offer.offer_key
        from questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as standing
        inner join marts.offer as offer using (offer)
    ),

    side as (
        select stood.after_entry, true as is_after, standing.*
        from standing
        inner join marts.stood as stood using (offer)
        union all
        select earlier.after_entry, false as is_after, standing.*
        from standing
        inner join earlier using (offer)
    ),

    counted as (
        select
            side.after_entry,
            side.cell,
            side.organisation,
            list(distinct became.change order by became.change) filter (
                became.change is not null
            ) as changes,
            case
                when bool_or(fits and counts_as = 'cover' and is_after)
                then 'partner'
                when bool_or(fits and counts_as = 'enquiry' and is_after)
                then 'enquiry'
                when bool_or(not fits and counts_as = 'cover' and is_after)
                then 'unsure'
                else ''
            end as counted_as,
            case
                when bool_or(fits and counts_as = 'cover' and not is_after)
                then 'partner'
                when bool_or(fits and counts_as = 'enquiry' and not is_after)
                then 'enquiry'
                when bool_or(not fits and counts_as = 'cover' and not is_after)
                then 'unsure'
                else ''
            end as counted_before
        from side
        inner join touched using (after_entry, organisation)
        left join became using (after_entry, offer_key)
        group by side.after_entry, side.cell, side.organisation
    )

select
    counted.after_entry,
    counted.cell,
    organisation.name as organisation,
    counted.counted_before,
    counted.counted_as,
    coalesce(counted.changes, []) as changes
from counted
inner join marts.organisation as organisation using (organisation)
where counted.counted_as <> counted.counted_before
order by counted.after_entry, counted.cell, organisation.name
