import Foundation
import GRDB
import Model

@testable import Storing

/// An archive as version 3 of the schema left it, to the letter.
enum ThirdSchema {
    /// A text long enough to be known by, which the first entry of the archive's one story has.
    static let release = """
        Zefirnet wprowadza taryfę Bryza 5G dla klientów indywidualnych w Polsce i na Łotwie. Nowa \
        oferta obejmuje nielimitowane rozmowy, 120 gigabajtów transmisji danych oraz roaming w \
        całej Unii bez dopłat, a umowę da się przeczytać przy jednej kawie.
        """

    /// Makes the second version's into one.
    static func makeArchive(at path: String) throws {
        try SecondSchema.makeArchive(at: path)
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: sql)
            let signature = TaggedEntry.saying(release).signature
            try database.execute(
                sql: "UPDATE story SET sketch = ?", arguments: [signature.blob])
            for band in signature.bands {
                try database.execute(
                    sql: "INSERT INTO story_band VALUES (?, 1762757000, 1)", arguments: [band])
            }
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('3')")
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        try queue.close()
    }

    // MARK: - Private

    private static let sql = """
        CREATE TABLE new_story_band (
            hash INTEGER NOT NULL,
            -- The story's, so that a look-up passes over those of other months.
            date INTEGER NOT NULL,
            story INTEGER NOT NULL,
            PRIMARY KEY (hash, date, story)
        ) WITHOUT ROWID;
        INSERT INTO new_story_band SELECT hash, date, story FROM story_band;
        DROP TABLE story_band;
        ALTER TABLE new_story_band RENAME TO story_band;
        """
}
