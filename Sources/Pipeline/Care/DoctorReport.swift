package import Storing

/// What `earshot doctor` found, and did.
package struct DoctorReport: Sendable, Encodable {
    package struct SalvageLine: Sendable, Encodable {
        /// Where the damaged archive is kept.
        package let damagedArchive: String?
        package let tables: [Salvage.TableLine]
    }

    package let archive: String
    package let isFull: Bool
    /// What is wrong in the archive, and still is after mending.
    package let findings: [ArchiveFinding]
    /// What is wrong around it, and what to do about each.
    package let notes: [String]
    package let mended: [ArchiveFinding]
    package let salvage: SalvageLine?
    /// `nil` where the archive cannot be counted.
    package let statistics: ArchiveStatistics?
    /// Those of the system that the program runs with.
    package let libraries: [LibraryVersion]

    package var isHealthy: Bool { findings.isEmpty && notes.isEmpty }
}
