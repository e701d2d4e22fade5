#include "CCommit.h"

const char *earshot_commit(void) { return EARSHOT_COMMIT; }
