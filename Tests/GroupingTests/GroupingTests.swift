// Tests of Grouping stand here.
