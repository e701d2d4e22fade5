import PostgreSQL
import Testing

struct ServerAddressTests {
    @Test(arguments: [
        ("postgres://ear:s3cret@db.example:5433/heard", "postgres://ear@db.example:5433/heard"),
        ("postgresql://db.example/heard?password=s3cret", "postgres://db.example/heard"),
        (
            "host=db.example user=ear password=s3cret dbname=heard",
            "postgres://ear@db.example/heard"
        ),
        ("postgres:///heard", "postgres:///heard"),
    ])
    func `an address is shown without its password`(text: String, shown: String) throws {
        #expect(try ServerAddress(text).description == shown)
    }

    @Test(arguments: [
        ("postgres:///heard", 10), ("postgres://a.example,b.example/heard", 20),
        ("host=a.example,b.example,c.example connect_timeout=30", 90),
        ("host=a.example connect_timeout=0", 10),
        ("host=a.example connect_timeout=9223372036854775807", 86_400),
    ])
    func `each host is waited for as long as the address says`(text: String, seconds: Int) throws {
        #expect(try ServerAddress(text).longestAttempt == .seconds(seconds))
    }

    @Test(arguments: [
        "postgres://ear:s3cret@db.example:port:5433/heard%",
        "host=db.example password=s3cret x",
        "postgres://ear:s3cret%zz@db.example/heard",
    ])
    func `what is no address is refused without a word of it`(text: String) throws {
        let error = #expect(throws: PostgreSQLError.self) { try ServerAddress(text) }
        #expect(error?.description.hasPrefix("this is no address of a PostgreSQL server") == true)
        #expect(error?.description.contains("s3cret") == false)
    }

    /// libpq would take them for the host, the port or the database, and say so.
    @Test(arguments: [
        "postgres://ear:top/s3cret@db.example/heard", "postgres://ear:s3cret/@db.example/heard",
        "postgres://ear:p@s3cret@db.example:5432/heard", "postgresql://ear:s3@cret/x@db.example",
    ])
    func `a password whose signs would need escapes is refused without a word of it`(text: String)
        throws
    {
        let error = #expect(throws: PostgreSQLError.self) { try ServerAddress(text) }
        #expect(error?.description.contains("write %40 and %2F for them") == true)
        #expect(error?.description.contains("cret") == false)
    }

    @Test(arguments: [
        "postgres://ear:s3%40c%2Fret@db.example/heard", "postgres://[::1]:5432/heard",
        "postgres://%2Fvar%2Frun/heard?user=ear@corp", "postgres://a.example,b.example/heard",
    ])
    func `an address with all its escapes is one`(text: String) throws {
        #expect(try !ServerAddress(text).description.contains("ret"))
    }

    @Test func `a parameter that libpq does not know is named`() throws {
        let error = #expect(throws: PostgreSQLError.self) {
            try ServerAddress("postgres://db.example/heard?schema=earshot")
        }
        #expect(error?.description.contains("libpq does not know, 'schema'") == true)
    }

    @Test(arguments: [
        ("postgres://db.example/heard", true), ("postgresql:///heard", true),
        ("host=db.example", true), ("user=ear dbname=heard", true),
        ("/var/lib/earshot.sqlite", false), ("archives/a=b.sqlite", false),
    ])
    func `a server is told from a file`(text: String, isServer: Bool) {
        #expect(ServerAddress.isAddress(text) == isServer)
    }
}
