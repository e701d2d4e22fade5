#ifndef EARSHOT_CSQLITE_SHIM_H
#define EARSHOT_CSQLITE_SHIM_H

#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.
static inline int earshot_sqlite_defend(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

#endif
