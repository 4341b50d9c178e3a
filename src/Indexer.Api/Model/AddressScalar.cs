using Indexer.Addresses;
using Indexer.Domain;
using Indexer.GraphQL.Types;

namespace Indexer.Api.Model;

/// <summary>Accounts as text. The text of every known account is stored once, in the table of addresses.</summary>
internal static class AddressScalar
{
    public static ScalarType Create(EntityMap<HolderAccount> accounts)
    {
        var known = accounts.As("known_account");
        return new ScalarType(
            "Address",
            "An account: SS58 with prefix 30 (Substrate, 32 bytes) or 0x with EIP-55 checksum (EVM, 20 bytes). Input may be SS58 of any prefix, 0x and the 64 digits of a public key, or 0x and the 40 digits of an EVM address, in any case.",
            SqlType.Bytea,
            input =>
                input.Kind == ScalarInputKind.Text
                    ? AccountText.Parse(input.Text).ToArray()
                    : throw new FormatException($"Address must be a string: {input.Shown}")
        )
        {
            Json = value =>
                ScalarType.Quoted(
                    $"coalesce((select {known[row => row.Display]} from {known.From} where {known[row => row.Address]} = {value}), '0x' || encode({value}, 'hex'))"
                ),
        };
    }
}
