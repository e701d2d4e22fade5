extension PostgreSQLSchema {
    /// The archive knows which key its pseudonyms, and the hashes of what was erased, are made with.
    ///
    /// Who was given rights to what was erased has them to this, too.
    static let fourteenth = """
        CREATE TABLE pseudonym_key (
            id bigint PRIMARY KEY CHECK (id = 1),
            -- Tells keys apart, and nothing of them.
            name text COLLATE "C" NOT NULL
        );
        DO $$
        DECLARE given record;
        BEGIN
            FOR given IN
                SELECT acl.privilege_type,
                    CASE WHEN acl.grantee = 0 THEN 'PUBLIC'
                        ELSE quote_ident(pg_get_userbyid(acl.grantee)) END AS role
                FROM pg_class, aclexplode(relacl) AS acl
                WHERE pg_class.oid = 'erasure'::regclass AND acl.grantee <> relowner
            LOOP
                EXECUTE format('GRANT %s ON pseudonym_key TO %s',
                    given.privilege_type, given.role);
            END LOOP;
        END $$;
        """
}
