// Tests of Model stand here.
