-- One row per wording that any import uses, by dimension: what it means, null where
-- nobody knows, and whether only the words of a form's own choice say so.
create table staging.wording as
with
    spoken as (
        select field as dimension, text, max(value) as offered
        from raw.answer
        where field in (select distinct dimension from raw.term)
        group by all
    ),

    keyed as (
        select dimension, text, wording_key(text) as wording, offered
        from spoken
    ),

    meant as (
        select
            keyed.dimension,
            keyed.text,
            keyed.wording,
            -- What staff decided stands before what the words say, and those before
            -- what
            -- the form that offered them made of them.
            coalesce(
                decision.means,
                nullif(meant(keyed.dimension, keyed.text), ''),
                nullif(keyed.offered, '')
            ) as means,
            coalesce(
                decision.means, nullif(meant(keyed.dimension, keyed.text), '')
            )
            is null as is_by_words
        from keyed
        left join raw.decision as decision using (dimension, wording)
    )

select
    meant.dimension,
    meant.text,
    meant.wording,
    term.term,
    term.code,
    meant.is_by_words and meant.means is not null as is_by_words,
    meant.means is not distinct from 'outside' as is_outside,
    meant.means is not distinct from 'no answer' as is_no_answer
from meant
left join
    raw.term as term
    on meant.dimension = term.dimension
    and meant.means = term.code
