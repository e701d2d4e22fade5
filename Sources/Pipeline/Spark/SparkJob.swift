import Foundation
import Model

/// The PySpark job that tags an archive on a cluster: `earshot spark --print`.
package enum SparkJob {
    /// UTF-8.
    package static var bytes: [UInt8] { EmbeddedFile.bytes(of: "earshot_spark.py") }

    /// Writes the job to a file that is there whole or not at all.
    package static func write(to path: String) throws(RunError) {
        try WholeFile(path: path).write(Data(bytes), permissions: 0o640)
    }
}
