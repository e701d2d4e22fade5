// Tests of Fetching stand here.
