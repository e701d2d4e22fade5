// Tests of Matching stand here.
