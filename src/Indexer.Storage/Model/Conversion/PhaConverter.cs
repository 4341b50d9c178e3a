using System.Numerics;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Indexer.Storage;

/// <summary>Stores an amount as the integer of its units.</summary>
internal sealed class PhaConverter()
    : ValueConverter<Pha, BigInteger>(amount => amount.ToBigInteger(), units => Pha.FromBigInteger(units));
