// Tests of Reporting stand here.
