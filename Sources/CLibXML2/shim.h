// Debian builds libxml2 with ICU, and its encoding header then includes ICU's own headers, whose
// `UErrorCode` clashes with the copy inside Foundation. Nothing here needs the ICU part, so it is
// switched off after the version header has set it and before any header that reads it.
#ifndef EARSHOT_CLIBXML2_SHIM_H
#define EARSHOT_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>

// `xmlFree` is a variable that holds a function, which Swift cannot call safely from two threads.
static inline void earshot_xml_free(void *pointer) { xmlFree(pointer); }

// So is the library's version, which nothing changes.
static inline const char *earshot_xml_version(void) { return xmlParserVersion; }

#endif
