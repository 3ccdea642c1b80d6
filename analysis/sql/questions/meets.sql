-- One truth, not a relation: whether a set of terms shares one with each of several
-- sets.
create macro questions.meets(own_terms, each_of) as
len(list_filter(each_of, lambda one: (own_terms & one) = 0)) = 0
