using System.Numerics;
using System.Text;

namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>What a proposal would do, which is all that its number and its operation in a timelock are made of.</summary>
internal sealed record ProposalActions(
    IReadOnlyList<EvmAddress> Targets,
    IReadOnlyList<UInt128> Values,
    IReadOnlyList<byte[]> Data,
    string Description
)
{
    private const int AddressLength = 20;
    private static readonly string[] Lists = ["address[]", "uint256[]", "bytes[]"];

    public byte[] DescriptionHash => Digests.Keccak256(Encoding.UTF8.GetBytes(Description));

    public BigInteger Id =>
        new(
            Digests.Keccak256(AbiCoder.Encode([.. Lists, "bytes32"], [Targets, Values, Data, DescriptionHash])),
            isUnsigned: true,
            isBigEndian: true
        );

    /// <summary>The salt with which a governor schedules it: the hash of the description, the governor mixed into its first bytes.</summary>
    public byte[] Salt(EvmAddress governor)
    {
        var salt = DescriptionHash;
        var address = governor.Bytes;
        for (var place = 0; place < AddressLength; place++)
        {
            salt[place] ^= address[place];
        }
        return salt;
    }

    /// <summary>The id of its operation in a TimelockController.</summary>
    public byte[] Operation(EvmAddress governor) =>
        Digests.Keccak256(
            AbiCoder.Encode([.. Lists, "bytes32", "bytes32"], [Targets, Values, Data, new byte[32], Salt(governor)])
        );
}
