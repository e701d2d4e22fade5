// The macros of libpq-fe.h that Swift does not see as numbers of the type their functions take.
#ifndef EARSHOT_CLIBPQ_SHIM_H
#define EARSHOT_CLIBPQ_SHIM_H

#include <libpq-fe.h>

// Fields of an error report (libpq, "PQresultErrorField"), which are characters in C.
static const int shim_diagnostic_sqlstate = PG_DIAG_SQLSTATE;
static const int shim_diagnostic_message = PG_DIAG_MESSAGE_PRIMARY;
static const int shim_diagnostic_detail = PG_DIAG_MESSAGE_DETAIL;

#endif
