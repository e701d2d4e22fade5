#ifndef EARSHOT_CSQLITE_SHIM_H
#define EARSHOT_CSQLITE_SHIM_H

#include <sqlite3.h>
#include <stddef.h>

// Swift cannot call functions with a variable number of arguments.
static inline int earshot_sqlite_defend(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

// The marker for "copy it" is a pointer that Swift cannot make. A text ends where it holds a zero, as it
// does for whoever reads it; and empty bytes are not NULL, wherever they may be.
static inline int earshot_sqlite_bind_text(
    sqlite3_stmt *statement, int place, const char *text) {
    return sqlite3_bind_text(statement, place, text, -1, SQLITE_TRANSIENT);
}

static inline int earshot_sqlite_bind_blob(
    sqlite3_stmt *statement, int place, const void *bytes, size_t count) {
    return sqlite3_bind_blob64(
        statement, place, count > 0 ? bytes : "", count, SQLITE_TRANSIENT);
}

#endif
