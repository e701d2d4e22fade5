package import Storing

/// What `earshot doctor` found, and did.
package struct DoctorReport: Sendable, Encodable {
    package struct SalvageLine: Sendable, Encodable {
        /// Where the damaged archive is kept.
        package let damagedArchive: String?
        package let tables: [Salvage.TableLine]
    }

    package struct CopyLine: Sendable, Encodable {
        /// Its name in the workspace.
        package let file: String
        package let sizeInBytes: Int
        /// Whether a command that was ended has left it; `--fix` removes it.
        package let isUnfinished: Bool
        /// How many erasures have left it as it was.
        package let erasuresMissed: Int
    }

    package let archive: String
    package let isFull: Bool
    /// What is wrong in the archive, and still is after mending.
    package let findings: [ArchiveFinding]
    /// What is wrong around it, and what to do about each.
    package let notes: [String]
    /// Further copies of what the archive holds, or held.
    package let copies: [CopyLine]
    package let mended: [ArchiveFinding]
    package let salvage: SalvageLine?
    /// Tells the key from others that pseudonyms have begun anew with; absent where none have.
    package var newKey: String?
    /// `nil` where the archive cannot be counted.
    package let statistics: ArchiveStatistics?
    /// Those of the system that the program runs with.
    package let libraries: [LibraryVersion]

    package var isHealthy: Bool { findings.isEmpty && notes.isEmpty }
}
