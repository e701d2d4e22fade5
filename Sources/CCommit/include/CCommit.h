/// The commit that the program was built from, as the one who built it said; "" where nobody did.
const char *earshot_commit(void);
