// Tests of Storing stand here.
