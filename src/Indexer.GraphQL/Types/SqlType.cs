namespace Indexer.GraphQL.Types;

/// <summary>The PostgreSQL type of a value that a scalar reads and writes.</summary>
public enum SqlType
{
    /// <summary><c>boolean</c>, a CLR <see cref="bool"/>.</summary>
    Boolean,

    /// <summary><c>integer</c>, a CLR <see cref="int"/>.</summary>
    Integer,

    /// <summary><c>bigint</c>, a CLR <see cref="long"/>.</summary>
    BigInt,

    /// <summary><c>numeric</c> without fraction, a CLR <see cref="System.Numerics.BigInteger"/>.</summary>
    Numeric,

    /// <summary><c>double precision</c>, a CLR <see cref="double"/>.</summary>
    Double,

    /// <summary><c>text</c>, a CLR <see cref="string"/>.</summary>
    Text,

    /// <summary><c>bytea</c>, a CLR byte array.</summary>
    Bytea,

    /// <summary><c>timestamptz</c>, a CLR <see cref="DateTime"/> of kind UTC.</summary>
    TimestampTz,

    /// <summary><c>date</c>, a CLR <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><c>uuid</c>, a CLR <see cref="System.Guid"/>.</summary>
    Uuid,
}
