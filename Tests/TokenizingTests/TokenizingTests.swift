// Tests of Tokenizing stand here.
