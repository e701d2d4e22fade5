/// Something wrong in an archive, in words, and what can be done about it.
package struct ArchiveFinding: Hashable, Sendable, Codable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// Pages of the file hold something else than SQLite wrote there.
        case damagedPages = "damaged_pages"
        /// Rows that the schema does not allow.
        case brokenRows = "broken_rows"
        case missingTable = "missing_table"
        case missingIndex = "missing_index"
        case indexOutOfStep = "index_out_of_step"
        case textIndexOutOfStep = "text_index_out_of_step"
        /// Rows that belong to something that is not there.
        case orphanRows = "orphan_rows"
        case unreadableTags = "unreadable_tags"
        /// What searches and counts go by differs from the tags.
        case tagRowsOutOfStep = "tag_rows_out_of_step"
        /// Digests, notices or entries of a time that has not come.
        case toldAhead = "told_ahead"
    }

    package enum Remedy: String, Codable, Sendable {
        /// Can be mended where it lies, and loses nothing.
        case repair
        /// What can be read has to be copied into a new file.
        case salvage
    }

    package let kind: Kind
    /// The table or index.
    package let subject: String
    package let message: String

    package init(_ kind: Kind, in subject: String, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    package var remedy: Remedy {
        switch kind {
        case .damagedPages, .brokenRows, .missingTable: .salvage
        case .missingIndex, .indexOutOfStep, .textIndexOutOfStep, .orphanRows, .unreadableTags,
            .tagRowsOutOfStep, .toldAhead:
            .repair
        }
    }
}
