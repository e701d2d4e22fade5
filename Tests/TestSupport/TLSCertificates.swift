import Foundation

/// A certificate for 127.0.0.1, or another name, and its key, with the authority that issued it, in
/// a folder that goes with them.
package final class TLSCertificates {
    package let folder: String
    private let tool: TLSTool

    package enum Flaw: CaseIterable, Sendable {
        /// As it should be, if one knows the authority.
        case none
        /// The server sends the authority's certificate with its own.
        case wholeChain
        case expired, notYetValid
        /// It is for another address.
        case wrongHost
        /// No authority has anything to do with it.
        case selfSigned
    }

    /// - Parameter name: whom it is for, as OpenSSL writes it.
    package init(_ flaw: Flaw, for name: String = "IP:127.0.0.1", madeBy tool: TLSTool) throws {
        folder = NSTemporaryDirectory() + "certificates-\(UUID().uuidString)"
        self.tool = tool
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let name = flaw == .wrongHost ? "IP:127.0.0.77" : name
        try Data(Self.configuration(name: name).utf8).write(to: place(of: "ca.cnf"))
        try Data().write(to: place(of: "index.txt"))
        try selfSign("ca", extensions: "authority")
        switch flaw {
        case .selfSigned: try selfSign("server", extensions: "server")
        case .none, .wrongHost: try sign(from: "20200101000000Z", to: "20491231000000Z")
        case .expired: try sign(from: "20200101000000Z", to: "20200201000000Z")
        case .notYetValid: try sign(from: "20400101000000Z", to: "20491231000000Z")
        case .wholeChain:
            try sign(from: "20200101000000Z", to: "20491231000000Z")
            let own = try Data(contentsOf: place(of: "server.pem"))
            try (own + Data(contentsOf: place(of: "ca.pem"))).write(to: place(of: "server.pem"))
        }
    }

    deinit {
        // Left over, it would lie in the temporary folder of the machine.
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: - Private

    private func place(of file: String) -> URL { URL(filePath: folder).appending(path: file) }

    private func selfSign(_ name: String, extensions: String) throws {
        try tool.run(
            "req", "-x509", "-config", "ca.cnf", "-extensions", extensions, "-days", "30",
            "-subj", "/CN=\(name) of a test", "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(name).key", "-out", "\(name).pem",
            in: folder)
    }

    private func sign(from start: String, to end: String) throws {
        try tool.run(
            "req", "-new", "-config", "ca.cnf", "-subj", "/CN=server of a test", "-newkey", "ec",
            "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "server.key", "-out",
            "server.csr", in: folder)
        try tool.run(
            "ca", "-batch", "-notext", "-config", "ca.cnf", "-extensions", "server", "-startdate",
            start, "-enddate", end, "-in", "server.csr", "-out", "server.pem",
            in: folder)
    }

    private static func configuration(name: String) -> String {
        """
        [ca]
        default_ca = sample
        [sample]
        database = index.txt
        new_certs_dir = .
        rand_serial = yes
        certificate = ca.pem
        private_key = ca.key
        default_md = sha256
        policy = anything
        [anything]
        commonName = supplied
        [req]
        distinguished_name = name
        [name]
        [authority]
        basicConstraints = critical, CA:true
        subjectKeyIdentifier = hash
        [server]
        basicConstraints = CA:false
        subjectAltName = \(name)
        """
    }
}
