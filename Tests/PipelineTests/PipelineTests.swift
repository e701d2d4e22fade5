// Tests of Pipeline stand here.
