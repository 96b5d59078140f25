/** Names of several people, one a line: works with every keyboard and input method. */
import { Textarea } from '@mantine/core';

export function NamesField(props: {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { label, description, value, onChange } = props;
  return (
    <Textarea
      size="md"
      label={label}
      description={description}
      value={value}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={2_000}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
