extension PostgreSQLSchema {
    /// When feeds answered is known for longer than the log of their polls goes back.
    ///
    /// Who was given rights to that log has them to this, too.
    static let fifteenth = """
        -- Moments at which some feed answered, whether it had anything new or not.
        CREATE TABLE answer (at bigint PRIMARY KEY);
        INSERT INTO answer
        SELECT DISTINCT at FROM fetch_log WHERE outcome IN ('updated', 'not_modified');
        DO $$
        DECLARE given record;
        BEGIN
            FOR given IN
                SELECT acl.privilege_type,
                    CASE WHEN acl.grantee = 0 THEN 'PUBLIC'
                        ELSE quote_ident(pg_get_userbyid(acl.grantee)) END AS role
                FROM pg_class, aclexplode(relacl) AS acl
                WHERE pg_class.oid = 'fetch_log'::regclass AND acl.grantee <> relowner
            LOOP
                EXECUTE format('GRANT %s ON answer TO %s',
                    given.privilege_type, given.role);
            END LOOP;
        END $$;
        """
}
