package import Foundation
import Model

/// The figures of one chart or list, as rows for spreadsheets and programs.
package struct FigureTable: Sendable {
    /// As programs know them: `mentions`, `share_of_voice`.
    let columns: [String]
    let rows: [[CSVDialect.Cell]]

    package func csv(in dialect: CSVDialect) -> String { dialect.table(columns, rows) }

    /// An object a row, its keys sorted; what is not known is absent.
    package func jsonLines() throws -> Data {
        try rows.reduce(into: Data()) { lines, row in
            let members = zip(columns, row).filter { $1 != .missing }
            lines += try ContractJSON.encode(
                Dictionary(members, uniquingKeysWith: { first, _ in first }))
            lines += Data("\n".utf8)
        }
    }
}
