// Tests of RuleLoading stand here.
