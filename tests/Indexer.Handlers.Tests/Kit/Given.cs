using Indexer.Domain;

namespace Indexer.Handlers.Tests.Kit;

/// <summary>Accounts and amounts that tests name.</summary>
internal static class Given
{
    public static readonly AccountId Owner = Account(1);
    public static readonly AccountId Alice = Account(2);
    public static readonly AccountId Bob = Account(3);
    public static readonly AccountId Carol = Account(4);
    public static readonly AccountId WorkerKey = Account(0x11);

    /// <summary>"basepool", zero-padded: spelled in bytes, not taken from the code under test.</summary>
    public static readonly AccountId BasePool = new(Convert.FromHexString("62617365706F6F6C".PadRight(64, '0')));

    public static AccountId Account(byte number) => new([.. Enumerable.Repeat(number, 32)]);

    public static AccountId PoolAccount(int pid) => new([.. Enumerable.Repeat((byte)0xB0, 31), (byte)pid]);

    /// <summary>PHA on the parachain: 12 decimals.</summary>
    public static UInt128 Legacy(long pha) => (UInt128)pha * 1_000_000_000_000;

    /// <summary>PHA in the model: 18 decimals.</summary>
    public static Pha Tokens(long pha) => new((Int128)pha * 1_000_000_000_000_000_000);

    /// <summary>Units of 10^-12 PHA in the model.</summary>
    public static Pha Pico(long picoPha) => new((Int128)picoPha * 1_000_000);
}
