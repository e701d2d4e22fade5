// Tests of Parsing stand here.
