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
        "postgres://ear:s3cret@db.example:port:5433/heard%",
        "host=db.example password=s3cret x",
        "postgres://ear:s3cret%zz@db.example/heard",
    ])
    func `what is no address is refused without a word of it`(text: String) throws {
        let error = #expect(throws: PostgreSQLError.self) { try ServerAddress(text) }
        #expect(error?.description.hasPrefix("this is no address of a PostgreSQL server") == true)
        #expect(error?.description.contains("s3cret") == false)
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
