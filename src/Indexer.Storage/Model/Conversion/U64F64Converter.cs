using System.Numerics;
using Indexer.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Indexer.Storage;

/// <summary>Stores a fixed-point number of the Phala pallets as its bits: the value times 2^64.</summary>
internal sealed class U64F64Converter()
    : ValueConverter<U64F64, BigInteger>(number => number.Bits, bits => new U64F64((UInt128)bits));
