import type { PackedParcelView } from '../../../../shared/contracts/packing/packing.ts';

interface BenchRemark {
  readonly kind: 'buyer' | 'seller';
  readonly text: string;
}

/** What must be known before the box is shut, the shop's own word first: it is meant for the packer. */
export function remarksOf({
  buyerRemark,
  sellerRemark,
}: Pick<PackedParcelView, 'buyerRemark' | 'sellerRemark'>): readonly BenchRemark[] {
  const written: readonly BenchRemark[] = [
    { kind: 'seller', text: sellerRemark.trim() },
    { kind: 'buyer', text: buyerRemark.trim() },
  ];
  return written.filter(({ text }) => text !== '');
}
