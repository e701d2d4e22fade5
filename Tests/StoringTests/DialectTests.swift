import Testing

@testable import Storing

struct DialectTests {
    @Test(arguments: [
        ("a = ? AND b = ?", "a = $1 AND b = $2"),
        ("a = ?2 AND b = ?1 AND c = ?2", "a = $2 AND b = $1 AND c = $2"),
        ("a = '?' AND \"b?\" = ?", "a = '?' AND \"b?\" = $1"),
        ("a = 'it''s ?' AND b = ?", "a = 'it''s ?' AND b = $1"),
        ("FROM entry INDEXED BY entry_by_feed WHERE feed = ?", "FROM entry  WHERE feed = $1"),
        ("FROM a\nCROSS JOIN b ON b.id = a.id", "FROM a\nJOIN b ON b.id = a.id"),
        (
            "WHERE entry_text MATCH ? AND date < ?",
            "WHERE entry_text.words @@ $1::tsquery AND date < $2"
        ),
        ("JOIN entry_text ON entry_text.rowid = key", "JOIN entry_text ON entry_text.rowid = key"),
        (
            "a = ? AND b IN (SELECT value FROM json_each(?)) AND c = ?",
            "a = $1 AND b IN (SELECT value FROM "
                + "json_array_elements_text($2::json) AS value) AND c = $3"
        ),
        ("SELECT 1", "SELECT 1"), ("a = 'never closed ?", "a = 'never closed ?"),
    ])
    func `a statement says the same in the other's words`(sqlite: String, postgreSQL: String) {
        #expect(Dialect.postgreSQL(sqlite) == postgreSQL)
    }
}
