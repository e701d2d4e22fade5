// Tests of Classifying stand here.
